namespace ApiSpec.Transport;

/// <summary>What a body says about how the call ended.</summary>
/// <param name="IsSuccess">Whether it says that the call succeeded.</param>
/// <param name="ErrorCode">Which error it was; null: the body does not say.</param>
/// <param name="ErrorMessage">The text of the error; null: the body has none.</param>
internal readonly record struct BodyOutcome(bool IsSuccess, string? ErrorCode, string? ErrorMessage);

/// <summary>
/// How a call ended whose body said more than the status code. It takes the place of the row alone, so that other responses are no larger for it.
/// </summary>
/// <param name="Meaning">The row of the reference; null: it lists none.</param>
/// <param name="ErrorCode">Which error it was; null: the body does not say.</param>
/// <param name="ErrorMessage">The text of the error; null: the body has none.</param>
/// <param name="ShownCode">The error code, as far as a message may show it; null: not at all.</param>
/// <param name="ShownMessage">The text, as far as a message may show it; null: not at all.</param>
internal sealed record StatedOutcome(ApiStatus? Meaning, string? ErrorCode, string? ErrorMessage, string? ShownCode, string? ShownMessage);
