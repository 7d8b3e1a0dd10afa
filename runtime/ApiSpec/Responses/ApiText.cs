using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Makes the formats of text that says whether a call succeeded. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiText
{
    /// <summary>The format of a body.</summary>
    /// <param name="errorCode">The form of a line with the error code: <c>ERR {code}</c>; null: the text has no error code.</param>
    /// <param name="errorMessage">The form of a line with the error message: <c>Error: {message}</c>; null: the text has no error message.</param>
    public static ApiBodyFormat Format(string? errorCode = null, string? errorMessage = null) => new TextFormat(errorCode, errorMessage);
}
