using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>A value that is a number or a documented word, and that is kept as text. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INumberValue : IEnumValue
{
}
