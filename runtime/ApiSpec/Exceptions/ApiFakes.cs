using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ApiSpec.Generated;

/// <summary>What fakes that are written by hand inherit. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiFakes
{
    /// <summary>Makes the exception of a member that a fake does not override.</summary>
    /// <param name="member">The name of the member.</param>
    public static NotSupportedException NotOverridden([CallerMemberName] string member = "") => new("This fake does not override '" + member + "'.");
}
