package org.cleanclaim.kernel.party;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who has a part in a transaction, as the file names them (NM1 or N1 with what follows).
/// The number stands here as sent, also one whose check digit is wrong. Masked in `toString`.
///
/// @param entity NM101: QC patient, IL insured, 74 corrected patient, PR payer, 85 billing ...
/// @param idQualifier NM108
/// @param id NM109
/// @param taxonomy PRV03
/// @param providerCode PRV01, when a taxonomy is given
public record Participant(
    String entity,
    PartyName name,
    @Nullable String idQualifier,
    @Nullable String id,
    @Nullable Address address,
    List<Contact> contacts,
    List<Reference> references,
    @Nullable String providerCode,
    @Nullable String taxonomy,
    @Nullable LocalDate bornOn,
    @Nullable Sex sex) {
  public Participant {
    contacts = List.copyOf(contacts);
    references = List.copyOf(references);
  }

  /// Somebody of whom only name and number are known.
  public static Participant of(
      String entity, PartyName name, @Nullable String idQualifier, @Nullable String id) {
    return new Participant(
        entity, name, idQualifier, id, null, List.of(), List.of(), null, null, null, null);
  }

  @Override
  public String toString() {
    return "Participant[" + entity + "]";
  }
}
