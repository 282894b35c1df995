package org.cleanclaim.coding.ranking;

import java.util.List;

/// Logistic regression by Newton's method with a ridge. The same examples in the same order give
/// the same weights on every machine.
final class Regression {
  private static final int STEPS = 20;
  private static final int RIDGE = 1;

  private Regression() {}

  /// @param isRight by example
  static double[] fit(List<double[]> examples, List<Boolean> isRight) {
    int n = examples.getFirst().length;
    var weights = new double[n];
    for (int step = 0; step < STEPS; step++) {
      var gradient = new double[n];
      var curvature = new double[n][n];
      for (int i = 0; i < n; i++) {
        gradient[i] = -RIDGE * weights[i];
        curvature[i][i] = RIDGE;
      }
      for (int e = 0; e < examples.size(); e++) {
        double[] x = examples.get(e);
        double p = likelihood(odds(weights, x));
        double error = (isRight.get(e) ? 1 : 0) - p;
        double spread = p * (1 - p);
        for (int i = 0; i < n; i++) {
          if (x[i] == 0) continue;
          gradient[i] += error * x[i];
          for (int j = 0; j <= i; j++) curvature[i][j] += spread * x[i] * x[j];
        }
      }
      for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) curvature[j][i] = curvature[i][j];
      double[] change = solved(curvature, gradient);
      for (int i = 0; i < n; i++) weights[i] += change[i];
    }
    return weights;
  }

  /// As logarithm.
  static double odds(double[] weights, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) sum += weights[i] * x[i];
    return sum;
  }

  static double likelihood(double odds) {
    return 1 / (1 + StrictMath.exp(-odds));
  }

  /// Gauss elimination; the ridge keeps the matrix positive, so no rows change places.
  private static double[] solved(double[][] matrix, double[] right) {
    int n = right.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int row = i + 1; row < n; row++) {
        double factor = matrix[row][i] / matrix[i][i];
        for (int j = i; j < n; j++) matrix[row][j] -= factor * matrix[i][j];
        x[row] -= factor * x[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) x[i] -= matrix[i][j] * x[j];
      x[i] /= matrix[i][i];
    }
    return x;
  }
}
