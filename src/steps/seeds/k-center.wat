;; The inner loop of greedy k-center over rows of 16-bit components. Integer sums have no rounding, so the order of the additions
;; does not matter and a plain loop gives the same bits. The bytes of this file stand in k-center-wasm.ts; its test compiles anew.
(module
  (import "k" "memory" (memory 1 65536 shared))

  ;; Takes one more centre into account for the rows from $row up to $end and gives the row of these that is now farthest.
  ;; $vectors, $nearest: byte addresses; $stride: bytes of a row, a multiple of 64; nearest: largest product with any centre.
  (func (export "absorb")
    (param $vectors i32) (param $stride i32) (param $nearest i32) (param $center i32) (param $row i32) (param $end i32)
    (result i32)
    (local $a i32) (local $b i32) (local $stop i32) (local $slot i32)
    (local $near i32) (local $product i32) (local $lowest i32) (local $farthest i32)
    (local $s0 v128) (local $s1 v128)
    (local.set $farthest (local.get $row))
    (local.set $lowest (i32.const 0x7fffffff))
    (local.set $a (i32.add (local.get $vectors) (i32.mul (local.get $row) (local.get $stride))))
    (local.set $slot (i32.add (local.get $nearest) (i32.shl (local.get $row) (i32.const 2))))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $near (i32.load (local.get $slot)))
        (if (i32.eq (local.get $row) (local.get $center))
          (then
            (local.set $near (i32.const 0x7fffffff))
            (i32.store (local.get $slot) (local.get $near))))
        (local.set $stop (i32.add (local.get $a) (local.get $stride)))
        (if (i32.eq (local.get $near) (i32.const 0x7fffffff))
          (then (local.set $a (local.get $stop)))
          (else
            (local.set $b (i32.add (local.get $vectors) (i32.mul (local.get $center) (local.get $stride))))
            (local.set $s0 (v128.const i32x4 0 0 0 0))
            (local.set $s1 (v128.const i32x4 0 0 0 0))
            (loop $lanes
              (local.set $s0 (i32x4.add (local.get $s0)
                (i32x4.dot_i16x8_s (v128.load (local.get $a)) (v128.load (local.get $b)))))
              (local.set $s1 (i32x4.add (local.get $s1)
                (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b)))))
              (local.set $s0 (i32x4.add (local.get $s0)
                (i32x4.dot_i16x8_s (v128.load offset=32 (local.get $a)) (v128.load offset=32 (local.get $b)))))
              (local.set $s1 (i32x4.add (local.get $s1)
                (i32x4.dot_i16x8_s (v128.load offset=48 (local.get $a)) (v128.load offset=48 (local.get $b)))))
              (local.set $a (i32.add (local.get $a) (i32.const 64)))
              (local.set $b (i32.add (local.get $b) (i32.const 64)))
              (br_if $lanes (i32.lt_u (local.get $a) (local.get $stop))))
            (local.set $s0 (i32x4.add (local.get $s0) (local.get $s1)))
            (local.set $product
              (i32.add
                (i32.add (i32x4.extract_lane 0 (local.get $s0)) (i32x4.extract_lane 1 (local.get $s0)))
                (i32.add (i32x4.extract_lane 2 (local.get $s0)) (i32x4.extract_lane 3 (local.get $s0)))))
            (if (i32.gt_s (local.get $product) (local.get $near))
              (then
                (local.set $near (local.get $product))
                (i32.store (local.get $slot) (local.get $near))))))
        (if (i32.lt_s (local.get $near) (local.get $lowest))
          (then
            (local.set $lowest (local.get $near))
            (local.set $farthest (local.get $row))))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (local.set $slot (i32.add (local.get $slot) (i32.const 4)))
        (br $rows)))
    (local.get $farthest)))
