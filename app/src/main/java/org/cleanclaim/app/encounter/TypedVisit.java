package org.cleanclaim.app.encounter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.encounter.VisitProviders.KnownProvider;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// A visit as somebody typed it or another system sent it, field by field.
///
/// @param account number of the patient
/// @param visitNumber the practice's own; empty to be given the next
/// @param provider NPI of one of the practice; empty when the provider's own fields say who it is
public record TypedVisit(
    @Nullable String account,
    @Nullable String visitNumber,
    @Nullable String servedOn,
    @Nullable String setting,
    @Nullable String placeOfService,
    @Nullable String provider,
    @Nullable String lastName,
    @Nullable String firstName,
    @Nullable String npi,
    @Nullable String taxonomy,
    @Nullable String specialty) {

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    ///
    /// @param visit that is not registered yet; its number is empty to be given the next
    record Whole(Encounter visit) implements Read {}

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// A form for a patient's visit of a day.
  public static TypedVisit blank(String account, LocalDate servedOn) {
    return new TypedVisit(
        account, "", servedOn.toString(), "OUTPATIENT", "11", "", "", "", "", "", "");
  }

  /// Reads the fields.
  ///
  /// @param patient who came; empty when nobody has the account number
  /// @param known the providers of the practice
  /// @param today after which no visit has been
  public Read read(Optional<Patient> patient, List<KnownProvider> known, LocalDate today) {
    var fields = new TypedFields();
    if (patient.isEmpty()) {
      fields.fault("account", "Nobody has this account number. Register the patient first.");
    }
    String number = fields.optional("visitNumber", text(visitNumber));
    var day = day(fields, patient, today);
    var readSetting = setting(fields);
    var place = PlaceOfService.parse(text(placeOfService));
    if (place.isEmpty()) {
      fields.fault(
          "placeOfService", "A place of service has two digits, such as 11 for an office.");
    }
    var who = who(fields, known);
    if (!fields.faults().isEmpty()
        || patient.isEmpty()
        || day == null
        || readSetting == null
        || place.isEmpty()
        || who == null) {
      return new Read.Faulty(fields.faults());
    }
    return new Read.Whole(
        new Encounter(
            new EncounterId(0),
            new UUID(0, 0),
            number == null ? "" : number,
            patient.get().id(),
            new Provider(
                ProviderRole.RENDERING,
                who.name(),
                who.npi(),
                who.taxonomy(),
                null,
                null,
                null,
                List.of()),
            who.specialty(),
            readSetting.name(),
            place.get(),
            day,
            null,
            null,
            null,
            List.of()));
  }

  private @Nullable LocalDate day(TypedFields fields, Optional<Patient> patient, LocalDate today) {
    var day = fields.day("servedOn", text(servedOn)).orElse(null);
    if (day == null) {
      fields.fault("servedOn", "Enter the day of the visit.");
    } else if (day.isAfter(today)) {
      fields.fault("servedOn", "The day lies after today. Book it as an appointment.");
    } else if (patient.filter(p -> day.isBefore(p.bornOn())).isPresent()) {
      fields.fault("servedOn", "The day lies before the patient's birth.");
    }
    return day;
  }

  private @Nullable EncounterSetting setting(TypedFields fields) {
    String word = text(setting).toUpperCase(Locale.ROOT);
    for (EncounterSetting one : EncounterSetting.values()) {
      if (one.name().equals(word)) return one;
    }
    fields.fault("setting", "Choose one of " + Arrays.toString(EncounterSetting.values()) + ".");
    return null;
  }

  /// The provider chosen from the practice's, in a specialty of one's own where one is typed; else
  /// the one whose fields are typed.
  private @Nullable KnownProvider who(TypedFields fields, List<KnownProvider> known) {
    String chosen = text(provider);
    if (chosen.isEmpty()) return typed(fields);
    for (KnownProvider one : known) {
      if (one.npi().value().equals(chosen)) {
        String other = fields.optional("specialty", text(specialty));
        return other == null
            ? one
            : new KnownProvider(one.npi(), one.name(), one.taxonomy(), other);
      }
    }
    fields.fault("provider", "Choose one of the list, or enter another provider below.");
    return null;
  }

  private @Nullable KnownProvider typed(TypedFields fields) {
    var name =
        new PersonName(
            fields.needed("lastName", text(lastName), "the provider's last name"),
            fields.needed("firstName", text(firstName), "the provider's first name"));
    Npi readNpi = fields.npi("npi", text(npi));
    if (readNpi == null) fields.fault("npi", "Enter the provider's NPI.");
    Taxonomy readTaxonomy = Taxonomy.parse(text(taxonomy)).orElse(null);
    if (readTaxonomy == null) {
      fields.fault("taxonomy", "A taxonomy code has ten characters, such as 207Q00000X.");
    }
    String field = fields.needed("specialty", text(specialty), "the specialty");
    return readNpi == null || readTaxonomy == null
        ? null
        : new KnownProvider(readNpi, name, readTaxonomy, field);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
