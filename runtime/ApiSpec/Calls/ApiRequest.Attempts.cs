using ApiSpec.Observability;
using ApiSpec.Transport;

namespace ApiSpec;

// The parts of a request that are needed to send it several times.
public sealed partial class ApiRequest
{
#if NET8_0_OR_GREATER
    private const bool KeepsContent = true;
#else
    private const bool KeepsContent = false;
#endif

    /// <summary>Counts how often the request is sent; null: the call is not observed.</summary>
    internal CallProgress? Progress
    {
        get => _rare?.Progress;
        set => Rare.Progress = value;
    }

    /// <summary>Counts the attempts of this request together with those of the request that it repeats.</summary>
    internal void Continue(ApiRequest earlier)
    {
        if (earlier.Progress is { } progress)
            Progress = progress;
    }

    /// <summary>
    /// Whether <see cref="CopyAsSent"/> is possible. A body that a credential has completed is shared, and .NET Framework disposes it with the first attempt.
    /// </summary>
    internal bool CanCopyAsSent => !HasSecretBody || KeepsContent;

    /// <summary>A copy with everything that the connection added, for another attempt. It is disposed with this request.</summary>
    internal ApiRequest CopyAsSent()
    {
        var copy = Copy();
        copy.Continue(this);
        if (HasSecretBody)
        {
            copy.Rare.SecretBody = Rare.SecretBody;
            copy.Content = Content;
        }

        copy.RequestUri = ShownAddress.FindSent(this) ?? RequestUri;
        ShownAddress.Copy(this, copy);
#if NET8_0_OR_GREATER
        foreach (var header in Headers.NonValidated)
#else
        foreach (var header in Headers)
#endif
        {
            copy.Headers.Remove(header.Key);
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        WhenDisposed(copy.Dispose);
        return copy;
    }
}
