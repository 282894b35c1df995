package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects NM1 or N1 and the segments that say more of the one it names.
final class ParticipantBuilder {
  private final String entity;
  private final PartyName name;
  private final @Nullable String idQualifier;
  private final @Nullable String id;
  private final Values values;
  private final List<Contact> contacts = new ArrayList<>(0);
  private final List<Reference> references = new ArrayList<>(0);
  private @Nullable Address address;
  private @Nullable Segment prv;
  private @Nullable Segment dmg;

  ParticipantBuilder(Segment named, Values values) {
    boolean isShort = named.is("N1");
    this.entity = named.element(1);
    this.name = isShort ? new OrganizationName(named.element(2)) : Values.name(named);
    this.idQualifier = Values.orNull(named.element(isShort ? 3 : 8));
    this.id = Values.orNull(named.element(isShort ? 4 : 9));
    this.values = values;
  }

  String entity() {
    return entity;
  }

  /// Takes what says more; a segment of another kind is passed over.
  void take(Segment segment) {
    switch (segment.id()) {
      case "N3", "N4" -> address = Parties.address(segment, address);
      case "PER" -> contacts.add(Parties.contact(segment));
      case "REF" -> references.add(new Reference(segment.element(1), segment.element(2)));
      case "PRV" -> prv = segment.keep();
      case "DMG" -> dmg = segment.keep();
      default -> {}
    }
  }

  Participant build() {
    return new Participant(
        entity,
        name,
        idQualifier,
        id,
        address,
        contacts,
        references,
        prv == null ? null : Values.orNull(prv.element(1)),
        prv == null ? null : Values.orNull(prv.element(3)),
        dmg == null ? null : values.date(dmg, 2),
        dmg == null || dmg.isEmpty(3) ? null : Sex.ofCode(dmg.element(3)));
  }
}
