package org.cleanclaim.grouping.hcc;

import java.util.Arrays;
import java.util.Optional;

/// A version of the CMS-HCC model for members without end-stage renal disease.
public enum RiskModel {
  V22("C22"),
  V24("C24"),
  V28("C28");

  private final String coefficients;

  RiskModel(String coefficients) {
    this.coefficients = coefficients;
  }

  /// What the mapping calls the model: `CMS-HCC Model V28`.
  public String title() {
    return "CMS-HCC Model " + name();
  }

  /// What the table of coefficients calls the model: `C28`.
  String coefficients() {
    return coefficients;
  }

  /// The model with a title.
  public static Optional<RiskModel> titled(String title) {
    return Arrays.stream(values()).filter(model -> model.title().equals(title)).findFirst();
  }
}
