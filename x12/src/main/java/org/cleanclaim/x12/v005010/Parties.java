package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// NM1, N3, N4, REF, PRV and PER, as every guide uses them.
final class Parties {
  private Parties() {}

  /// Collects the segments of one provider loop.
  static final class ProviderBuilder {
    private final ProviderRole role;
    private final PartyName name;
    private @Nullable Npi npi;
    private @Nullable Taxonomy taxonomy;
    private @Nullable TaxId taxId;
    private @Nullable Address address;
    private @Nullable Contact contact;
    private final List<Reference> references = new ArrayList<>();

    ProviderBuilder(ProviderRole role, Segment nm1) {
      this.role = role;
      this.name = Values.name(nm1);
      if (nm1.element(8).equals("XX")) {
        npi = Npi.parse(nm1.element(9)).orElse(null);
        if (npi == null) references.add(new Reference("XX", nm1.element(9)));
      } else if (!nm1.element(9).isEmpty()) {
        references.add(new Reference(nm1.element(8), nm1.element(9)));
      }
    }

    void take(Segment segment) {
      switch (segment.id()) {
        case "N3", "N4" -> address = Parties.address(segment, address);
        case "PRV" -> taxonomy = Taxonomy.parse(segment.element(3)).orElse(null);
        case "PER" -> contact = Parties.contact(segment);
        case "REF" -> reference(segment);
        default -> {}
      }
    }

    void taxonomy(@Nullable Taxonomy value) {
      taxonomy = value;
    }

    private void reference(Segment ref) {
      var number = TaxId.parse(ref.element(2));
      if (number.isPresent() && (ref.element(1).equals("EI") || ref.element(1).equals("SY"))) {
        taxId =
            new TaxId(
                number.get().value(),
                ref.element(1).equals("EI") ? TaxId.Kind.EMPLOYER : TaxId.Kind.SOCIAL_SECURITY);
      } else {
        references.add(new Reference(ref.element(1), ref.element(2)));
      }
    }

    Provider build() {
      return new Provider(role, name, npi, taxonomy, taxId, address, contact, references);
    }
  }

  /// Whether a segment belongs to the party named before it.
  static boolean isDetail(Segment segment) {
    return switch (segment.id()) {
      case "N2", "N3", "N4", "PRV", "PER", "REF" -> true;
      default -> false;
    };
  }

  static List<Provider> build(List<ProviderBuilder> builders) {
    if (builders.isEmpty()) return List.of();
    var providers = new ArrayList<Provider>(builders.size());
    for (ProviderBuilder builder : builders) providers.add(builder.build());
    return providers;
  }

  static Address address(Segment segment, @Nullable Address soFar) {
    Address known = soFar == null ? new Address("", null, "", null, null) : soFar;
    if (segment.is("N3")) {
      return new Address(
          segment.element(1),
          Values.orNull(segment.element(2)),
          known.city(),
          known.state(),
          known.postalCode());
    }
    return new Address(
        known.line1(),
        known.line2(),
        segment.element(1),
        Values.orNull(segment.element(2)),
        Values.orNull(segment.element(3)));
  }

  static Contact contact(Segment per) {
    String phone = null;
    String email = null;
    for (int element = 3; element <= 7; element += 2) {
      String value = Values.orNull(per.element(element + 1));
      switch (per.element(element)) {
        case "TE" -> phone = value;
        case "EM" -> email = value;
        default -> {}
      }
    }
    return new Contact(Values.orNull(per.element(2)), phone, email);
  }

  static void writeProvider(SegmentWriter out, Provider provider) {
    writeName(
        out,
        provider.role().code(),
        provider.name(),
        provider.npi() == null ? null : "XX",
        provider.npi() == null ? null : provider.npi().value());
    if (provider.taxonomy() != null && provider.role() != ProviderRole.BILLING) {
      boolean isAttending = provider.role() == ProviderRole.ATTENDING;
      out.segment("PRV", isAttending ? "AT" : "PE", "PXC", provider.taxonomy().value());
    }
    writeAddress(out, provider.address());
    if (provider.taxId() != null) {
      out.segment(
          "REF",
          provider.taxId().kind() == TaxId.Kind.EMPLOYER ? "EI" : "SY",
          provider.taxId().value());
    }
    for (Reference reference : provider.secondaryIds()) {
      if (reference.qualifier().equals("XX")) continue;
      out.segment("REF", reference.qualifier(), out.text(reference.value()));
    }
    if (provider.contact() != null) writeContact(out, provider.contact());
  }

  static void writeName(
      SegmentWriter out,
      String entity,
      PartyName name,
      @Nullable String qualifier,
      @Nullable String id) {
    switch (name) {
      case PersonName person ->
          out.segment(
              "NM1",
              entity,
              "1",
              out.text(person.last()),
              out.text(person.first()),
              out.text(person.middle()),
              "",
              out.text(person.suffix()),
              qualifier,
              id == null ? null : out.text(id));
      case OrganizationName organization ->
          out.segment(
              "NM1",
              entity,
              "2",
              out.text(organization.name()),
              "",
              "",
              "",
              "",
              qualifier,
              id == null ? null : out.text(id));
    }
  }

  static void writeAddress(SegmentWriter out, @Nullable Address address) {
    if (address == null) return;
    out.segment("N3", out.text(address.line1()), out.text(address.line2()));
    out.segment("N4", out.text(address.city()), address.state(), address.postalCode());
  }

  static void writeContact(SegmentWriter out, Contact contact) {
    out.segment(
        "PER",
        "IC",
        out.text(contact.name()),
        contact.phone() == null ? null : "TE",
        contact.phone() == null ? null : out.text(contact.phone().replaceAll("[^0-9]", "")),
        contact.email() == null ? null : "EM",
        contact.email() == null ? null : out.text(contact.email()));
  }
}
