using System.Net.Http.Headers;
using System.Text;
using ApiSpec.Generated;

namespace ApiSpec;

/// <summary>User name and password in the Basic scheme (RFC 7617), in UTF-8. Unless the connection is HTTPS, anyone on the network can read them.</summary>
public sealed class BasicCredential : ApiCredential
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly AuthenticationHeaderValue _header;

    /// <summary>Creates a credential with a user name and a password.</summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password; can be empty.</param>
    /// <exception cref="ArgumentException">The user name has a colon, or one of the two a control character or an unpaired surrogate.</exception>
    public BasicCredential(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':'))
            throw new ArgumentException("A user name of the Basic scheme cannot contain a colon.", nameof(user));
        RefuseControlCharacters(user, nameof(user));
        RefuseControlCharacters(password, nameof(password));
        User = user;
        _header = new AuthenticationHeaderValue("Basic", Encode(user, password));
    }

    /// <summary>The user name.</summary>
    public string User { get; }

    /// <summary>Kind and user name; the password is masked.</summary>
    public override string ToString() => "Basic " + User + ":***";

    internal override IReadOnlyList<ApiCredentialField> Fields => [new ApiCredentialField(ApiCredentialPlace.Header, "Authorization", _header.ToString())];

    /// <inheritdoc />
    protected internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization = _header;
        return default;
    }

    private static string Encode(string user, string password)
    {
        try
        {
            return Convert.ToBase64String(StrictUtf8.GetBytes(user + ":" + password));
        }
        catch (EncoderFallbackException)
        {
            // Without the inner exception, because its message contains a character of the password.
#pragma warning disable CA2208 // Either of the two may be meant.
            throw new ArgumentException("The user name or the password contains an unpaired surrogate.");
#pragma warning restore CA2208
        }
    }

    private static void RefuseControlCharacters(string text, string name)
    {
        foreach (var value in text)
        {
            if (char.IsControl(value))
                throw new ArgumentException("A credential of the Basic scheme cannot contain control characters.", name);
        }
    }
}
