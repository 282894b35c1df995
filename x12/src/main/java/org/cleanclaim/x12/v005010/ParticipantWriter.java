package org.cleanclaim.x12.v005010;

import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.Reference;

/// Writes a participant's segments, each kind by itself: the guides order them differently.
final class ParticipantWriter {
  private final SegmentWriter out;
  private final Participant who;

  ParticipantWriter(SegmentWriter out, Participant who) {
    this.out = out;
    this.who = who;
  }

  /// NM1.
  ParticipantWriter name() {
    Parties.writeName(out, who.entity(), who.name(), who.idQualifier(), who.id());
    return this;
  }

  /// N1.
  ParticipantWriter shortName() {
    out.segment(
        "N1", who.entity(), out.text(who.name().display()), who.idQualifier(), out.text(who.id()));
    return this;
  }

  /// N3 and N4.
  ParticipantWriter address() {
    Parties.writeAddress(out, who.address());
    return this;
  }

  /// REF.
  ParticipantWriter references() {
    for (Reference reference : who.references()) {
      out.segment("REF", reference.qualifier(), out.text(reference.value()));
    }
    return this;
  }

  /// PER.
  ParticipantWriter contacts() {
    who.contacts().forEach(contact -> Parties.writeContact(out, contact));
    return this;
  }

  /// PRV.
  ParticipantWriter taxonomy() {
    if (who.providerCode() != null || who.taxonomy() != null) {
      out.segment(
          "PRV",
          who.providerCode(),
          who.taxonomy() == null ? null : "PXC",
          out.text(who.taxonomy()));
    }
    return this;
  }

  /// DMG.
  ParticipantWriter birth() {
    if (who.bornOn() != null || who.sex() != null) {
      out.segment(
          "DMG",
          who.bornOn() == null ? "" : "D8",
          SegmentWriter.day(who.bornOn()),
          who.sex() == null ? "" : who.sex().code());
    }
    return this;
  }
}
