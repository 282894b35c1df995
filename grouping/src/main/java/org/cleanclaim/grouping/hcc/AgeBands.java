package org.cleanclaim.grouping.hcc;

/// How the names of the coefficients write ages: in bands of five or ten years, and for new
/// enrollees of 65 to 69 each year by itself.
final class AgeBands {
  private static final int[] STARTS = {0, 35, 45, 55, 60, 65, 70, 75, 80, 85, 90, 95};

  private AgeBands() {}

  static String continuing(int ageYears) {
    int band = STARTS.length - 1;
    while (STARTS[band] > ageYears) band--;
    return band == STARTS.length - 1
        ? STARTS[band] + "_gt"
        : STARTS[band] + "_" + (STARTS[band + 1] - 1);
  }

  /// New enrollees on dialysis: no single years, and one band from 85 on.
  static String dialysis(int ageYears) {
    return ageYears >= 85 ? "85_gt" : continuing(ageYears);
  }

  static String newEnrollee(int ageYears) {
    return ageYears >= 65 && ageYears < 70 ? String.valueOf(ageYears) : continuing(ageYears);
  }
}
