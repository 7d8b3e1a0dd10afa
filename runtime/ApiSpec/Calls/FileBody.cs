namespace ApiSpec.Transport;

/// <summary>A file that is the whole body.</summary>
internal sealed class FileBody(ApiFile file, string mediaType) : StreamedBody
{
    private readonly RequestFile _file = new(file);

    public override bool CanRepeat => _file.CanRepeat;

    public override HttpContent ToContent()
    {
        var content = new FileContent(_file);

        // As printed, because some servers compare the whole string.
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    }
}
