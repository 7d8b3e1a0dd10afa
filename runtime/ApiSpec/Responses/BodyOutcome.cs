namespace ApiSpec.Transport;

/// <summary>The result of a call according to its body.</summary>
/// <param name="IsSuccess">Whether it says that the call succeeded.</param>
/// <param name="ErrorCode">The error code in the body, or null.</param>
/// <param name="ErrorMessage">The error message in the body, or null.</param>
internal readonly record struct BodyOutcome(bool IsSuccess, string? ErrorCode, string? ErrorMessage);

/// <summary>
/// The result of a call whose body says more than the status code. It is stored in place of the row, so that other responses do not become larger.
/// </summary>
/// <param name="meaning">The row of the reference, or null.</param>
/// <param name="errorCode">The error code in the body, or null.</param>
/// <param name="errorMessage">The error message in the body, or null.</param>
/// <param name="shownCode">The part of the error code that a message may show, or null.</param>
/// <param name="shownMessage">The part of the error message that a message may show, or null.</param>
internal sealed class StatedOutcome(ApiStatus? meaning, string? errorCode, string? errorMessage, string? shownCode, string? shownMessage)
{
    public ApiStatus? Meaning => meaning;

    public string? ErrorCode => errorCode;

    public string? ErrorMessage => errorMessage;

    public string? ShownCode => shownCode;

    public string? ShownMessage => shownMessage;
}
