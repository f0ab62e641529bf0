/**
 * Uploads files as artifacts of a workflow run, by the protocol of GitHub's own client (npm
 * {@code @actions/artifact}).
 */
@NullMarked
package dev.tinyland.gate.artifact;

import org.jspecify.annotations.NullMarked;
