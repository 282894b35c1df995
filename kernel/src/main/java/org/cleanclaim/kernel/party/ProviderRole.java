package org.cleanclaim.kernel.party;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a provider did on a claim (NM101 of the provider loops).
public enum ProviderRole {
  BILLING("85"),
  PAY_TO("87"),
  RENDERING("82"),
  REFERRING("DN"),
  PRIMARY_CARE("P3"),
  SUPERVISING("DQ"),
  ORDERING("DK"),
  PURCHASED_SERVICE("QB"),
  SERVICE_FACILITY("77"),
  ATTENDING("71"),
  OPERATING("72"),
  OTHER_OPERATING("ZZ"),
  ASSISTANT_SURGEON("DD"),
  AMBULANCE_PICKUP("PW"),
  AMBULANCE_DROPOFF("45");

  private static final Map<String, ProviderRole> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProviderRole::code, c -> c));

  private final String code;

  ProviderRole(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<ProviderRole> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
