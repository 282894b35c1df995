package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.party.Address;
import org.jspecify.annotations.Nullable;

/// A letter of appeal as it was written. Every sentence about the case comes from the record.
///
/// @param address where the payer takes appeals, from the directory; null where it is not known
/// @param fields what identifies the claim: name and value
/// @param paragraphs the argument
/// @param enclosures documents that go with it
public record AppealLetter(
    LocalDate writtenOn,
    String payer,
    @Nullable Address address,
    String subject,
    List<Field> fields,
    List<String> paragraphs,
    List<String> enclosures,
    @Nullable String signer) {
  public AppealLetter {
    fields = List.copyOf(fields);
    paragraphs = List.copyOf(paragraphs);
    enclosures = List.copyOf(enclosures);
  }

  /// A fact in the head of the letter.
  public record Field(String name, String value) {}
}
