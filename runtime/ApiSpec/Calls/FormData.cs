using System.Text;
using ApiSpec.Generated;

namespace ApiSpec.Transport;

/// <summary>
/// A form with files (RFC 7578), written as browsers do (WHATWG HTML, 4.10.21.8).
/// </summary>
internal sealed class FormData : StreamedBody
{
    /// <summary>The media type of a form with files, if the reference prints no other.</summary>
    public const string UsualMediaType = "multipart/form-data";

    private readonly List<FormSegment> _segments = [];

    public FormData(string mediaType, IReadOnlyList<ApiFormPart> parts)
    {
        MediaType = mediaType;

        // Random bits, so that no part can hold the boundary.
        Boundary = "----ApiSpec" + Guid.NewGuid().ToString("N");

        var text = new StringBuilder();
        foreach (var part in ApiFormPart.FieldsOf(parts))
        {
            if (!part.IsPresent)
                continue;
            text.Append("--").Append(Boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(Escape(part.Name)).Append('"');
            if (part.File is { } file)
            {
                text.Append("; filename=\"").Append(Escape(file.FileName)).Append("\"\r\nContent-Type: ")
                    .Append(file.ContentType ?? "application/octet-stream").Append("\r\n\r\n");
                _segments.Add(new FormSegment(Encoding.UTF8.GetBytes(text.ToString()), new RequestFile(file)));
                text.Clear().Append("\r\n");
            }
            else
            {
                // Browsers send no type. Some servers then assume Latin-1, so text that is not ASCII gets a type.
                var type = part.ContentType ?? (IsAscii(part.Text!) ? null : "text/plain; charset=utf-8");
                text.Append(type is null ? "" : "\r\nContent-Type: " + type).Append("\r\n\r\n").Append(part.Text).Append("\r\n");
            }
        }

        text.Append("--").Append(Boundary).Append("--\r\n");
        _segments.Add(new FormSegment(Encoding.UTF8.GetBytes(text.ToString()), null));
    }

    private FormData(string mediaType, string boundary, IEnumerable<FormSegment> segments)
    {
        MediaType = mediaType;
        Boundary = boundary;
        _segments.AddRange(segments);
    }

    /// <summary>The media type as the reference prints it, without the boundary.</summary>
    public string MediaType { get; }

    public string Boundary { get; }

    public IReadOnlyList<FormSegment> Segments => _segments;

    public override bool CanRepeat => _segments.TrueForAll(static segment => segment.File?.CanRepeat ?? true);

    /// <summary>The same form with more fields before its parts. Either form reads its files from their start.</summary>
    public FormData With(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
            text.Append("--").Append(Boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(Escape(field.Key)).Append("\"\r\n\r\n")
                .Append(field.Value).Append("\r\n");
        return new FormData(MediaType, Boundary, _segments.Prepend(new FormSegment(Encoding.UTF8.GetBytes(text.ToString()), null)));
    }

    public override HttpContent ToContent() => new FormContent(this);

    private static string Escape(string text) => text.Replace("\"", "%22");

    private static bool IsAscii(string text)
    {
        foreach (var value in text)
        {
            if (value > '~')
                return false;
        }

        return true;
    }
}

/// <summary>Text of a form and the file that follows it, if one does.</summary>
internal sealed record FormSegment(byte[] Text, RequestFile? File);
