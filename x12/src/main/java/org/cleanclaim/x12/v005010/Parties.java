package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
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
  // NM108; none of them is a qualifier of REF in a provider's loop.
  private static final Set<String> NAME_QUALIFIERS =
      Set.of("XX", "24", "34", "FI", "46", "PI", "XV", "MI", "SV", "PC", "BS", "MC", "UP", "BD");

  /// Stands where a file names a payer without a number that can be one.
  static final PayerId NO_PAYER_ID = new PayerId("??");

  private Parties() {}

  /// Collects the segments of one provider loop.
  static final class ProviderBuilder {
    private final ProviderRole role;
    private final PartyName name;
    private final Values values;
    private @Nullable Npi npi;
    private @Nullable Taxonomy taxonomy;
    private @Nullable TaxId taxId;
    private @Nullable Address address;
    private @Nullable Contact contact;
    private List<Reference> references = List.of();
    private @Nullable Provider built;

    ProviderBuilder(ProviderRole role, Segment nm1, Values values) {
      this.role = role;
      this.values = values;
      this.name = Values.name(nm1);
      if (nm1.elementIs(8, "XX")) {
        npi = values.npi(nm1, 9);
        if (npi == null) reference("XX", nm1.element(9));
      } else if (!nm1.isEmpty(9)) {
        reference(nm1.element(8), nm1.element(9));
      }
    }

    void take(Segment segment) {
      built = null;
      switch (segment.id()) {
        case "N3", "N4" -> address = Parties.address(segment, address);
        case "PRV" -> taxonomy = values.taxonomy(segment, 3);
        case "PER" -> {
          if (contact == null) contact = Parties.contact(segment);
        }
        case "REF" -> reference(segment);
        default -> {}
      }
    }

    void taxonomy(@Nullable Taxonomy value) {
      built = null;
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
        reference(ref.element(1), ref.element(2));
      }
    }

    private void reference(String qualifier, String value) {
      references = Seldom.with(references, new Reference(qualifier, value));
    }

    /// The provider as far as it is known; the same object for every claim below it.
    Provider build() {
      Provider known = built;
      if (known == null) {
        known = new Provider(role, name, npi, taxonomy, taxId, address, contact, references);
        built = known;
      }
      return known;
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
          known.postalCode(),
          known.country());
    }
    return new Address(
        known.line1(),
        known.line2(),
        segment.element(1),
        Values.orNull(segment.element(2)),
        Values.orNull(segment.element(3)),
        Values.orNull(segment.element(4)));
  }

  static Contact contact(Segment per) {
    var numbers = new ArrayList<Contact.Channel>(3);
    for (int element = 3; element <= 7; element += 2) {
      if (per.isEmpty(element) && per.isEmpty(element + 1)) continue;
      numbers.add(new Contact.Channel(per.element(element), per.element(element + 1)));
    }
    return new Contact(Values.orNull(per.element(2)), numbers, per.element(1));
  }

  static void writeProvider(SegmentWriter out, Provider provider) {
    Reference named = nameId(provider);
    writeName(
        out,
        provider.role().code(),
        provider.name(),
        named == null ? null : named.qualifier(),
        named == null ? null : named.value());
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
      if (reference.equals(named)) continue;
      out.segment("REF", reference.qualifier(), out.text(reference.value()));
    }
    if (provider.contact() != null) writeContact(out, provider.contact());
  }

  /// The number that stands beside the name: the NPI, or what was sent in its place, such as a
  /// number whose check digit is wrong.
  static @Nullable Reference nameId(Provider provider) {
    if (provider.npi() != null) return new Reference("XX", provider.npi().value());
    for (Reference reference : provider.secondaryIds()) {
      if (NAME_QUALIFIERS.contains(reference.qualifier())) return reference;
    }
    return null;
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

  /// NM1 of a payer; one whose number could not be read is written without.
  static void writePayer(SegmentWriter out, ClaimPayer payer) {
    boolean hasId = !payer.id().equals(NO_PAYER_ID);
    writeName(
        out,
        "PR",
        new OrganizationName(payer.name()),
        hasId ? payer.idQualifier() : null,
        hasId ? payer.id().value() : null);
  }

  static void writeAddress(SegmentWriter out, @Nullable Address address) {
    if (address == null) return;
    if (!address.line1().isEmpty() || address.line2() != null) {
      out.segment("N3", out.text(address.line1()), out.text(address.line2()));
    }
    boolean hasPlace =
        !address.city().isEmpty() || address.state() != null || address.postalCode() != null;
    if (hasPlace) {
      out.segment(
          "N4", out.text(address.city()), address.state(), address.postalCode(), address.country());
    }
  }

  static void writeContact(SegmentWriter out, Contact contact) {
    var elements = new ArrayList<String>(8);
    elements.add(contact.function());
    elements.add(out.text(contact.name()));
    for (Contact.Channel number : contact.numbers()) {
      elements.add(number.kind());
      elements.add(
          out.text(
              number.kind().equals("TE")
                  ? number.value().replaceAll("[^0-9]", "")
                  : number.value()));
    }
    out.segment("PER", elements.toArray(String[]::new));
  }
}
