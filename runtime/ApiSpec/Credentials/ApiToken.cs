using System.ComponentModel;
using ApiSpec.Credentials;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Takes the token out of the response of an operation that issues one. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiToken
{
    /// <summary>The token in a header.</summary>
    /// <param name="response">The response.</param>
    /// <param name="header">The header.</param>
    /// <exception cref="ApiException">The operation failed.</exception>
    /// <exception cref="ApiContractException">There is no such header, or no token in it.</exception>
    public static string FromHeader(ApiResponse response, string header)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Check(response, response.Headers[header], "the header '" + header + "'");
    }

    /// <summary>The token in a member of the body.</summary>
    /// <param name="response">The response.</param>
    /// <param name="token">The member's value.</param>
    /// <param name="member">The member.</param>
    /// <exception cref="ApiException">The operation failed.</exception>
    /// <exception cref="ApiContractException">There is no such member, or no token in it.</exception>
    public static string FromMember(ApiResponse response, string? token, string member)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Check(response, token, "the member '" + member + "'");
    }

    /// <summary>The token in a member of the body, which goes into another part of a request than a header.</summary>
    /// <inheritdoc cref="FromMember"/>
    public static string TextFromMember(ApiResponse response, string? token, string member)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.EnsureSuccess();
        return TokenText.IsText(token) ? token! : throw Missing(response, "the member '" + member + "' holds no token");
    }

    /// <summary>The cookies that a response sets, as a request carries them. One that the response deletes is left out.</summary>
    /// <param name="response">The response.</param>
    /// <exception cref="ApiException">The operation failed.</exception>
    /// <exception cref="ApiContractException">The response sets no cookie.</exception>
    public static string FromCookies(ApiResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.EnsureSuccess();
        return SetCookies.ToRequest(response.Headers.GetValues("Set-Cookie")) is { Length: > 0 } cookies
            ? cookies
            : throw Missing(response, "the response sets no cookie");
    }

    private static ApiContractException Missing(ApiResponse response, string violation)
        => new(response.Operation, response.StatusCode, violation, null, null, null);

    // The message never repeats the invalid value, because it can still be a token.
    private static string Check(ApiResponse response, string? token, string place)
    {
        response.EnsureSuccess();
        return TokenText.IsToken(token)
            ? token!
            : throw Missing(response, place + " holds no token");
    }
}
