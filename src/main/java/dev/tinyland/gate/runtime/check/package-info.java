/**
 * The checks: each asks its collectors in the order of the policy, keeps every piece as it is
 * observed, and has the pieces judged. A stored bundle is judged by the same code.
 */
@NullMarked
package dev.tinyland.gate.runtime.check;

import org.jspecify.annotations.NullMarked;
