using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Takes the token out of the answer of an operation that issues one. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiToken
{
    /// <summary>The token in a header.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="header">The header.</param>
    /// <exception cref="ApiException">The operation failed.</exception>
    /// <exception cref="ApiContractException">There is no such header, or no token in it.</exception>
    public static string FromHeader(ApiResponse response, string header)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Check(response, response.Headers[header], "the header '" + header + "'");
    }

    /// <summary>The token in a member of the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="token">The member's value.</param>
    /// <param name="member">The member.</param>
    /// <exception cref="ApiException">The operation failed.</exception>
    /// <exception cref="ApiContractException">There is no such member, or no token in it.</exception>
    public static string FromMember(ApiResponse response, string? token, string member)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Check(response, token, "the member '" + member + "'");
    }

    // The message never repeats what was there instead, which may be a token all the same.
    private static string Check(ApiResponse response, string? token, string place)
    {
        response.EnsureSuccess();
        return TokenText.IsToken(token)
            ? token!
            : throw new ApiContractException(response.Operation, response.StatusCode, place + " holds no token", null, null, null);
    }
}
