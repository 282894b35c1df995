/// How fast X12 files are read: files of any size with invented content, and a harness that runs
/// our readers and those of others over them. Built in the Maven profile `bench` only.
@NullMarked
package org.cleanclaim.bench;

import org.jspecify.annotations.NullMarked;
