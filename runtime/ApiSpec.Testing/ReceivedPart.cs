using System.Text;

namespace ApiSpec.Testing;

/// <summary>A part of a received form: a file or a string.</summary>
public sealed class ReceivedPart
{
    internal ReceivedPart(string name, string? fileName, string? contentType, ReadOnlyMemory<byte> body)
    {
        Name = name;
        FileName = fileName;
        ContentType = contentType;
        Body = body;
    }

    /// <summary>The name of the part.</summary>
    public string Name { get; }

    /// <summary>The name of the file, or null for a string.</summary>
    public string? FileName { get; }

    /// <summary>The Content-Type of the part; null: it gives none.</summary>
    public string? ContentType { get; }

    /// <summary>The received bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The received bytes as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The name of the part, and how long it is.</summary>
    public override string ToString() => (FileName is null ? Name : $"{Name} ({FileName})") + $": {Body.Length} bytes";
}
