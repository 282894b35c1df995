package org.cleanclaim.codesets.book;

import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.TabularList.Entry;

/// A note that holds for a code and the entry it is printed at: the code's own or one above it.
public record Inherited(Entry entry, Note note) {}
