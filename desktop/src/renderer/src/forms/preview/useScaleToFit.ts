import { useEffect, useRef, useState, type CSSProperties, type RefObject } from 'react'

/** Shows something of a given width whole in the room there is, made smaller where it must be. */
export function useScaleToFit(width: number): {
  room: RefObject<HTMLDivElement | null>
  style: CSSProperties
} {
  const room = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width, height: 0 })
  useEffect(() => {
    if (!room.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(room.current)
    return () => observer.disconnect()
  }, [])
  const scale = Math.min(1, size.width / width)
  const style = { width, height: size.height / scale, transform: scale < 1 ? `scale(${scale})` : 'none' }
  return { room, style }
}
