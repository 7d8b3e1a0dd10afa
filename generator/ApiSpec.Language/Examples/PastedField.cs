namespace ApiSpec.Language.Examples;

/// <summary>A field of a printed form.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; the name of a file if <paramref name="IsFile"/> is true.</param>
/// <param name="IsFile">Whether the value is in a file, so that the page does not show it.</param>
/// <param name="IsEscaped">Whether name and value have the escapes of a form in one line.</param>
internal readonly record struct PastedField(PastedPart Name, PastedPart Value, bool IsFile, bool IsEscaped)
{
    /// <summary>Returns a part of the field as the server receives it.</summary>
    public string Decode(PastedPart part) => IsEscaped ? Uri.UnescapeDataString(part.Text.Replace('+', ' ')) : part.Text;
}
