namespace ApiSpec.Transport;

/// <summary>A body with files, which are read while it is sent. It can become the content of several requests, one after the other.</summary>
internal abstract class StreamedBody
{
    /// <summary>Whether the body can be sent several times.</summary>
    public abstract bool CanRepeat { get; }

    public abstract HttpContent ToContent();
}
