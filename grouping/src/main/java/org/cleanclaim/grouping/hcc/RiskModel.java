package org.cleanclaim.grouping.hcc;

import java.util.Arrays;
import java.util.Optional;

/// A version of one of the models by which CMS pays plans.
public enum RiskModel {
  V22(ModelFamily.MEDICAL, "CMS-HCC Model V22", "V22", "C22"),
  V24(ModelFamily.MEDICAL, "CMS-HCC Model V24", "V24", "C24"),
  V28(ModelFamily.MEDICAL, "CMS-HCC Model V28", "V28", "C28"),
  ESRD_V21(ModelFamily.RENAL, "CMS-HCC ESRD Model V21", "V21", "D21"),
  ESRD_V24(ModelFamily.RENAL, "CMS-HCC ESRD Model V24", "V24", "D24"),
  /// Estimated on diagnoses of 2018 and costs of 2019; since 2026 for PACE organizations only.
  RX_V08(ModelFamily.DRUGS, "RxHCC Model V08", "R08", "R08"),
  /// Estimated on diagnoses of 2022 and costs of 2023; 2026 for all plans but PACE organizations.
  RX_V08_X(ModelFamily.DRUGS, "RxHCC Model V08", "R08", "R08X");

  private final ModelFamily family;
  private final String title;
  private final String version;
  private final String coefficients;

  RiskModel(ModelFamily family, String title, String version, String coefficients) {
    this.family = family;
    this.title = title;
    this.version = version;
    this.coefficients = coefficients;
  }

  public ModelFamily family() {
    return family;
  }

  /// What the mapping calls the model: `CMS-HCC Model V28`.
  public String title() {
    return title;
  }

  /// What the tables of hierarchies and labels call the version: `V28`.
  String version() {
    return version;
  }

  /// What the table of coefficients calls the model: `C28`.
  String coefficients() {
    return coefficients;
  }

  /// Whether the coefficients are estimated anew for every payment year, so that those of another
  /// year say nothing: the drug benefit changes each year (Rate Announcements for 2025 and 2026).
  boolean isOfOneYear() {
    return family == ModelFamily.DRUGS;
  }

  /// The model with a title.
  public static Optional<RiskModel> titled(String title) {
    return Arrays.stream(values()).filter(model -> model.title().equals(title)).findFirst();
  }
}
