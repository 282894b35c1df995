/// X12 for health care: any HIPAA file read into canonical records, and canonical records written
/// as clean files.
///
/// Three layers: `lexer` turns bytes into segments with their place, the reader here follows
/// interchanges, groups and transaction sets, and one package per guide version turns segments into
/// records and back.
@NullMarked
package org.cleanclaim.x12;

import org.jspecify.annotations.NullMarked;
