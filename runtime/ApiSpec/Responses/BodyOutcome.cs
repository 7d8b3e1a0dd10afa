namespace ApiSpec.Transport;

/// <summary>The result of a call according to its body.</summary>
/// <param name="IsSuccess">Whether it says that the call succeeded.</param>
/// <param name="ErrorCode">The error code in the body, or null.</param>
/// <param name="ErrorMessage">The error message in the body, or null.</param>
internal readonly record struct BodyOutcome(bool IsSuccess, string? ErrorCode, string? ErrorMessage);

/// <summary>
/// The result of a call whose body says more than the status code. It is stored in place of the row, so that other responses do not become larger.
/// </summary>
/// <param name="Meaning">The row of the reference, or null.</param>
/// <param name="ErrorCode">The error code in the body, or null.</param>
/// <param name="ErrorMessage">The error message in the body, or null.</param>
/// <param name="ShownCode">The part of the error code that a message may show, or null.</param>
/// <param name="ShownMessage">The part of the error message that a message may show, or null.</param>
internal sealed record StatedOutcome(ApiStatus? Meaning, string? ErrorCode, string? ErrorMessage, string? ShownCode, string? ShownMessage);
