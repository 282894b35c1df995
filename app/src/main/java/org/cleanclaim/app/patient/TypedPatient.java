package org.cleanclaim.app.patient;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// A patient as somebody typed them, field by field.
///
/// @param accountNumber empty to be given the next one
public record TypedPatient(
    @Nullable String accountNumber,
    @Nullable String last,
    @Nullable String first,
    @Nullable String middle,
    @Nullable String suffix,
    @Nullable String bornOn,
    @Nullable String sex,
    @Nullable String line1,
    @Nullable String line2,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String ssnLast4,
    @Nullable String primaryCareNpi) {

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    record Whole(Registration registration) implements Read {}

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// An empty form.
  public static TypedPatient blank() {
    return new TypedPatient("", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
  }

  /// The fields of a patient on file.
  public static TypedPatient of(Patient patient) {
    var name = patient.name();
    var address = patient.address();
    return new TypedPatient(
        patient.accountNumber(),
        name.last(),
        text(name.first()),
        text(name.middle()),
        text(name.suffix()),
        patient.bornOn().toString(),
        patient.sex().name(),
        address.line1(),
        text(address.line2()),
        address.city(),
        text(address.state()),
        text(address.postalCode()),
        text(patient.phone()),
        text(patient.email()),
        text(patient.ssnLast4()),
        patient.primaryCare() == null ? "" : patient.primaryCare().value());
  }

  /// Reads the fields.
  ///
  /// @param today for the birth date, which does not lie after it
  public Read read(LocalDate today) {
    var fields = new TypedFields();
    String account = fields.optional("accountNumber", text(accountNumber));
    if (account != null && !account.matches("[0-9A-Za-z][0-9A-Za-z-]{0,29}")) {
      fields.fault(
          "accountNumber", "An account number has letters, digits and hyphens, 30 at most.");
    }
    var name =
        new PersonName(
            fields.needed("last", text(last), "the last name"),
            fields.needed("first", text(first), "the first name"),
            fields.optional("middle", text(middle)),
            fields.optional("suffix", text(suffix)));
    var born = fields.birth("bornOn", text(bornOn), today);
    var readSex = sex(fields);
    var address =
        fields.address("", text(line1), text(line2), text(city), text(state), text(postalCode));
    String readPhone = fields.phone("phone", text(phone));
    String readEmail = fields.email("email", text(email));
    String readSsn = fields.lastFour("ssnLast4", text(ssnLast4));
    var npi = fields.npi("primaryCareNpi", text(primaryCareNpi));
    if (!fields.faults().isEmpty() || born.isEmpty()) return new Read.Faulty(fields.faults());
    return new Read.Whole(
        new Registration(
            account == null ? "" : account,
            name,
            born.get(),
            readSex,
            address,
            readPhone,
            null,
            readEmail,
            readSsn,
            npi));
  }

  private Sex sex(TypedFields fields) {
    String word = text(sex).strip().toUpperCase(Locale.ROOT);
    for (Sex one : Sex.values()) {
      if (one.name().equals(word) || one.code().equals(word)) return one;
    }
    fields.fault("sex", "Choose female, male or unknown.");
    return Sex.UNKNOWN;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
