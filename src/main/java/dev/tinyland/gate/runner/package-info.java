/** What a runner of GitHub Actions gives a step and takes from it. */
@NullMarked
package dev.tinyland.gate.runner;

import org.jspecify.annotations.NullMarked;
