using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>A value of an enum of the reference, which is a text on the wire. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEnumValue
{
    /// <summary>The text of the value; null: it was never set, which is not an empty text.</summary>
    string? Text { get; }
}
