/**
 * The only package that knows the AWS SDK: asks an S3-compatible server and writes down what it
 * saw.
 */
@NullMarked
package dev.tinyland.gate.runtime.s3;

import org.jspecify.annotations.NullMarked;
