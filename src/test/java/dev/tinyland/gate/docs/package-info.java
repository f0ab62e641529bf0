/** Tests of what the documentation says: examples are run, generated pages are compared. */
@NullMarked
package dev.tinyland.gate.docs;

import org.jspecify.annotations.NullMarked;
