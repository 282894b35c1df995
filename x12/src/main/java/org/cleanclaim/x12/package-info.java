/// X12 for health care: any HIPAA file read into canonical records, and canonical records written
/// as clean files.
///
/// Three layers: `lexer` turns bytes into segments with their place, the reader here follows
/// interchanges, groups and transaction sets, and one package per guide version turns segments into
/// records and back.
///
/// [X12Checker] says what is wrong with a file, [X12Reader] reads it, [X12Writer] writes; `tool`
/// holds what people do with whole files. `docs/reference/x12-library.md` has an example.
@NullMarked
package org.cleanclaim.x12;

import org.jspecify.annotations.NullMarked;
