/**
 * Whether a Nix binary cache delivers what it says it has: narinfo, signature, and the whole body
 * streamed, decoded and hashed. Results are evidence; what follows from them is a verdict's.
 */
@NullMarked
package dev.tinyland.gate.runtime.nar;

import org.jspecify.annotations.NullMarked;
