using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using PIC = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Craftsman.Api.Applications;

/// <summary>A picture in a line of text, as Word wants it said.</summary>
internal static class FormDrawing
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /// <param name="number">Of its own in the file.</param>
    /// <param name="width">In EMU, 36 000 a millimetre; so is <paramref name="height"/>.</param>
    public static Run Of(string relationshipId, uint number, string description, long width, long height) =>
        new(
            new Drawing(
                new DW.Inline(
                    new DW.Extent { Cx = width, Cy = height },
                    new DW.EffectExtent
                    {
                        LeftEdge = 0,
                        TopEdge = 0,
                        RightEdge = 0,
                        BottomEdge = 0,
                    },
                    new DW.DocProperties
                    {
                        Id = number,
                        Name = $"图 {number}",
                        Description = description,
                    },
                    new DW.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
                    new A.Graphic(
                        new A.GraphicData(
                            new PIC.Picture(
                                new PIC.NonVisualPictureProperties(
                                    new PIC.NonVisualDrawingProperties { Id = number, Name = $"图 {number}" },
                                    new PIC.NonVisualPictureDrawingProperties()
                                ),
                                new PIC.BlipFill(
                                    new A.Blip { Embed = relationshipId },
                                    new A.Stretch(new A.FillRectangle())
                                ),
                                new PIC.ShapeProperties(
                                    new A.Transform2D(
                                        new A.Offset { X = 0, Y = 0 },
                                        new A.Extents { Cx = width, Cy = height }
                                    ),
                                    new A.PresetGeometry(new A.AdjustValueList())
                                    {
                                        Preset = A.ShapeTypeValues.Rectangle,
                                    }
                                )
                            )
                        )
                        {
                            Uri = PictureUri,
                        }
                    )
                )
                {
                    DistanceFromTop = 0,
                    DistanceFromBottom = 0,
                    DistanceFromLeft = 0,
                    DistanceFromRight = 0,
                }
            )
        );
}
