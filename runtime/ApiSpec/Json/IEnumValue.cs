using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>A value of a documented enum, which is sent as a string. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEnumValue
{
    /// <summary>The text of the value; null: it was never set, which is not an empty text.</summary>
    string? Text { get; }
}
