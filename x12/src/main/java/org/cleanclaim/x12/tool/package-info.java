/// What people do with whole X12 files: show them, count, split, take the persons out, answer them.
/// Every tool reads a stream once and keeps at most a few segments, whatever the file's size.
@NullMarked
package org.cleanclaim.x12.tool;

import org.jspecify.annotations.NullMarked;
