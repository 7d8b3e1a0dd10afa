using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ApiSpec;

/// <summary>
/// Server certificates that are accepted although no authority has signed them, by their SHA-256 thumbprints. It is immutable, and made for the validation
/// callback
/// of another handler. A client's own handler takes <see cref="ApiClientOptions.TrustedCertificateThumbprints"/>.
/// </summary>
public sealed class TrustedCertificates
{
    private const int ThumbprintLength = 32;

    private readonly byte[][] _thumbprints;

    /// <summary>Names the certificates.</summary>
    /// <param name="thumbprints">Their SHA-256 thumbprints: 64 hexadecimal digits each, with or without colons or spaces.</param>
    /// <exception cref="ArgumentException">A string is not a SHA-256 thumbprint (a SHA-1 thumbprint, for example).</exception>
    public TrustedCertificates(IEnumerable<string> thumbprints)
    {
        ArgumentNullException.ThrowIfNull(thumbprints);
        _thumbprints = [.. thumbprints.Select(Parse)];
    }

    /// <summary>
    /// Whether the connection is allowed: the certificate is valid, or it is one of these. A listed certificate is accepted with any error, including its name
    /// and dates
    /// included, since it is known itself.
    /// </summary>
    /// <param name="certificate">The server's certificate; null when it has sent none.</param>
    /// <param name="errors">The errors that the platform found.</param>
    public bool Accepts(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (certificate is null || (errors & SslPolicyErrors.RemoteCertificateNotAvailable) != 0)
            return false;
        var thumbprint = Hash(certificate.GetRawCertData());
        return Array.Exists(_thumbprints, trusted => trusted.AsSpan().SequenceEqual(thumbprint));
    }

    internal static TrustedCertificates? From(ApiClientOptions options)
    {
        if (options.TrustedCertificateThumbprints is not { Count: > 0 } thumbprints)
            return null;
        try
        {
            return new TrustedCertificates(thumbprints);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException(exception.Message, nameof(options), exception);
        }
    }

#if NET8_0_OR_GREATER
    private static byte[] Hash(byte[] certificate) => SHA256.HashData(certificate);
#else
    private static byte[] Hash(byte[] certificate)
    {
        using var algorithm = SHA256.Create();
        return algorithm.ComputeHash(certificate);
    }
#endif

    private static byte[] Parse(string? thumbprint)
    {
        var bytes = new byte[ThumbprintLength];
        var digits = 0;
        foreach (var character in thumbprint ?? "")
        {
            if (character is ':' or ' ')
                continue;
            if (digits == 2 * ThumbprintLength || !Uri.IsHexDigit(character))
                throw NoThumbprint();
            bytes[digits / 2] = (byte)((bytes[digits / 2] << 4) | Uri.FromHex(character));
            digits++;
        }

        return digits == 2 * ThumbprintLength ? bytes : throw NoThumbprint();
    }

    private static ArgumentException NoThumbprint()
        => new("A trusted certificate must be given as its SHA-256 thumbprint of 64 hexadecimal digits.", "thumbprints");
}
