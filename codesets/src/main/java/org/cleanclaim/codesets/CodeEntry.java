package org.cleanclaim.codesets;

import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// One code as published.
///
/// @param code without dot, as on claims: `E119`
/// @param title official long title, or our own short wording where the official one is not free
/// @param billable valid for submission; a header such as `E11` is not
/// @param parent the next broader code, null at the top
/// @param notes the code's own notes; [CodeSets#notes] adds the inherited ones
/// @param attributes further columns of the publisher or of the starter table, by name
/// @param period days of service on which the code is valid
public record CodeEntry(
    CodeSystem system,
    String code,
    String title,
    boolean billable,
    @Nullable String parent,
    List<Note> notes,
    Map<String, String> attributes,
    EffectivePeriod period) {
  public CodeEntry {
    notes = List.copyOf(notes);
    attributes = Map.copyOf(attributes);
  }
}
