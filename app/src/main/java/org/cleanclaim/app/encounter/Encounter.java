package org.cleanclaim.app.encounter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// One visit of one patient to one rendering provider.
///
/// @param visitNumber the practice's own number of the visit
/// @param setting OUTPATIENT, EMERGENCY or INPATIENT: decides which coding rules hold
/// @param authorizationNumber what the first payer allowed beforehand (REF G1)
/// @param referralNumber under which the first payer's member was sent here (REF 9F)
/// @param otherProviders who referred, ordered, supervised or operated, one a role
public record Encounter(
    EncounterId id,
    UUID publicId,
    String visitNumber,
    PatientId patientId,
    Provider renderingProvider,
    String specialty,
    String setting,
    PlaceOfService placeOfService,
    LocalDate servedOn,
    @Nullable Accident accident,
    @Nullable String authorizationNumber,
    @Nullable String referralNumber,
    List<Provider> otherProviders) {
  public Encounter {
    otherProviders = List.copyOf(otherProviders);
  }

  /// Who may be asked about the visit: those with an NPI, the rendering provider first, each once.
  public List<Provider> askable() {
    var found = new LinkedHashMap<Npi, Provider>();
    Stream.concat(Stream.of(renderingProvider), otherProviders.stream())
        .forEach(provider -> {
          Npi npi = provider.npi();
          if (npi != null) found.putIfAbsent(npi, provider);
        });
    return List.copyOf(found.values());
  }

  /// Who did something for the visit beside the one who rendered it.
  public Optional<Provider> provider(ProviderRole role) {
    return otherProviders.stream().filter(p -> p.role() == role).findFirst();
  }

  @Override
  public String toString() {
    return "Encounter[" + visitNumber + "]";
  }
}
