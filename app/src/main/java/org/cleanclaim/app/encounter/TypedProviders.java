package org.cleanclaim.app.encounter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// Who did something for a visit beside the one who rendered it, as somebody typed them. Payers
/// refuse laboratory, imaging and equipment that name nobody who ordered (42 CFR 424.507).
public record TypedProviders(List<Typed> providers) {
  private static final List<ProviderRole> OF_PRACTICE =
      List.of(ProviderRole.REFERRING, ProviderRole.ORDERING, ProviderRole.SUPERVISING);
  private static final List<ProviderRole> OF_OUTPATIENTS =
      List.of(ProviderRole.OPERATING, ProviderRole.REFERRING);
  private static final List<ProviderRole> OF_INPATIENTS = List.of(ProviderRole.OPERATING);

  public TypedProviders {
    providers = List.copyOf(providers);
  }

  /// One person, field by field; nobody when all but the role is empty.
  ///
  /// @param role name of a role
  public record Typed(
      @Nullable String role,
      @Nullable String lastName,
      @Nullable String firstName,
      @Nullable String npi) {
    private boolean isNobody() {
      return (text(lastName) + text(firstName) + text(npi)).isEmpty();
    }
  }

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    record Whole(List<Provider> providers) implements Read {
      public Whole {
        providers = List.copyOf(providers);
      }
    }

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// Whom a claim of a visit has a place for: 2310A, 2310D and 2420E of the 837P, 2310B and 2310F
  /// of the 837I, of which the last is for outpatients only.
  ///
  /// @param stay empty when a practice bills the visit
  public static List<ProviderRole> roles(Optional<HospitalStay> stay) {
    return stay.map(s -> s.isInpatient() ? OF_INPATIENTS : OF_OUTPATIENTS).orElse(OF_PRACTICE);
  }

  /// Reads the fields.
  ///
  /// @param visit that they are about
  /// @param stay what a hospital bills it with
  public Read read(Encounter visit, Optional<HospitalStay> stay) {
    var fields = new TypedFields();
    var read = new ArrayList<Provider>();
    var taken = EnumSet.noneOf(ProviderRole.class);
    var roles = roles(stay);
    for (Typed typed : providers) {
      if (typed.isNobody()) continue;
      var role = roles.stream().filter(r -> r.name().equals(text(typed.role()))).findFirst();
      if (role.isEmpty()) {
        fields.fault(
            "role",
            "A claim of this visit has no place for this role, but for: %s."
                .formatted(
                    roles.stream().map(ProviderRole::title).collect(Collectors.joining(", "))));
      } else if (!taken.add(role.get())) {
        fields.fault("role", "Name one " + role.get().title().toLowerCase(Locale.ROOT) + ".");
      } else {
        // Who attends is named once (2310F), and nobody supervises themselves. Who ordered is named
        // though they rendered it too (Medicare Claims Processing Manual, chapter 26, 10.4, item
        // 17).
        boolean isAnother =
            role.get() == ProviderRole.SUPERVISING
                || (role.get() == ProviderRole.REFERRING && stay.isPresent());
        read.add(provider(fields, role.get(), typed, isAnother, visit));
      }
    }
    return fields.faults().isEmpty() ? new Read.Whole(read) : new Read.Faulty(fields.faults());
  }

  private static Provider provider(
      TypedFields fields, ProviderRole role, Typed typed, boolean isAnother, Encounter visit) {
    String who = "the " + role.title().toLowerCase(Locale.ROOT);
    var name =
        new PersonName(
            fields.needed(role + ".lastName", text(typed.lastName), who + "'s last name"),
            fields.needed(role + ".firstName", text(typed.firstName), who + "'s first name"));
    var npi = fields.npi(role + ".npi", text(typed.npi));
    if (npi == null) fields.fault(role + ".npi", "Enter " + who + "'s NPI.");
    if (npi != null && isAnother && npi.equals(visit.renderingProvider().npi())) {
      fields.fault(
          role + ".npi", "This is the NPI of the one who saw the patient. Leave " + who + " out.");
    }
    return new Provider(role, name, npi, null, null, null, null, List.of());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
