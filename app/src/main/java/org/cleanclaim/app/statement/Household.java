package org.cleanclaim.app.statement;

import java.util.List;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.kernel.party.Address;

/// Those whose bills one person answers for at one address: they get one statement.
///
/// @param holder the one the account is kept under: who answers, when that is a patient too, else
///   the one registered first
/// @param responsible the name on the envelope
/// @param address on the envelope: of who answers
/// @param members all of them, the holder among them
/// @param records the numbers of their records, of those that were merged into them too
public record Household(
    Patient holder,
    String responsible,
    Address address,
    List<Patient> members,
    List<Long> records) {
  public Household {
    members = List.copyOf(members);
    records = List.copyOf(records);
  }

  public long holderId() {
    return holder.id().value();
  }

  Long[] recordIds() {
    return records.toArray(Long[]::new);
  }

  @Override
  public String toString() {
    return "Household[" + holder.id() + "]";
  }
}
