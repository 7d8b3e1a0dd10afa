namespace ApiSpec.Transport;

/// <summary>The result of a call according to its body.</summary>
/// <param name="IsSuccess">Whether it says that the call succeeded.</param>
/// <param name="ErrorCode">Which error it was; null: the body does not say.</param>
/// <param name="ErrorMessage">The error message in the body, or null.</param>
internal readonly record struct BodyOutcome(bool IsSuccess, string? ErrorCode, string? ErrorMessage);

/// <summary>
/// The result of a call whose body says more than the status code. It replaces the row, so that other responses do not become larger.
/// </summary>
/// <param name="Meaning">The row of the reference; null: it lists none.</param>
/// <param name="ErrorCode">Which error it was; null: the body does not say.</param>
/// <param name="ErrorMessage">The error message in the body, or null.</param>
/// <param name="ShownCode">The error code, as far as a message may show it; null: not at all.</param>
/// <param name="ShownMessage">The text, as far as a message may show it; null: not at all.</param>
internal sealed record StatedOutcome(ApiStatus? Meaning, string? ErrorCode, string? ErrorMessage, string? ShownCode, string? ShownMessage);
